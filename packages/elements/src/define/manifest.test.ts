import { expect } from 'chai';
import type { LitElement, PropertyDeclaration } from 'lit';
import './all.js';

interface Member {
  readonly kind: 'field' | 'method';
  readonly name: string;
  readonly default?: string;
  readonly readonly?: boolean;
  readonly attribute?: string;
  readonly reflects?: boolean;
}

interface Declaration {
  readonly tagName: keyof HTMLElementTagNameMap;
  readonly attributes: readonly { readonly name: string; readonly fieldName: string }[];
  readonly members: readonly Member[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

interface ElementClass extends CustomElementConstructor {
  readonly observedAttributes: readonly string[];
  readonly elementProperties: ReadonlyMap<string, PropertyDeclaration>;
  new (): LitElement;
}

const file = new URL('../../editor/custom-elements.json', import.meta.url);

describe('custom-elements.json', () => {
  let declarations: readonly (Declaration & { readonly elementClass: ElementClass })[];

  before(async () => {
    const { modules } = (await (await fetch(file)).json()) as Manifest;
    declarations = modules
      .flatMap(({ declarations = [] }) => declarations)
      .map((each) => ({ ...each, elementClass: customElements.get(each.tagName) as ElementClass }));
  });

  it('has every attribute the browser watches, and no other', () => {
    for (const { tagName, attributes, elementClass } of declarations)
      expect(attributes.map(({ name }) => name).sort(), tagName).to.deep.equal(
        [...elementClass.observedAttributes].sort(),
      );
  });

  it('has every property that Lit watches for pages, with its attribute', () => {
    for (const { tagName, members, elementClass } of declarations) {
      const watched = [...elementClass.elementProperties].filter(([, { state }]) => !state);
      for (const [name, { attribute, reflect }] of watched) {
        const member = members.find((each) => each.name === name);
        expect(member?.kind, `${tagName}.${name}`).to.equal('field');
        const written = attribute === false ? undefined : typeof attribute === 'string' ? attribute : name;
        expect(member?.attribute, `${tagName}.${name}`).to.equal(written);
        expect(member?.reflects ?? false, `${tagName}.${name}`).to.equal(reflect ?? false);
      }
    }
  });

  it('has only members the class has, methods as methods and what can be set as such', () => {
    for (const { tagName, members, elementClass } of declarations) {
      const element = new elementClass();
      for (const { name, kind, readonly } of members) {
        // A property without a value yet is made by Lit on the prototype.
        expect(name in element, `${tagName}.${name}`).to.equal(true);
        const value: unknown = Reflect.get(element, name);
        expect(typeof value === 'function', `${tagName}.${name}`).to.equal(kind === 'method');
        if (kind === 'field') expect(hasSetter(element, name), `${tagName}.${name}`).to.equal(readonly !== true);
      }
    }
  });

  it('states the value a new element has', () => {
    for (const { tagName, members, elementClass } of declarations) {
      const element = new elementClass();
      for (const { name, default: stated } of members) {
        if (stated === undefined) continue;
        const value: unknown = Reflect.get(element, name);
        expect(JSON.stringify(value), `${tagName}.${name}`).to.equal(stated.replaceAll("'", '"'));
      }
    }
  });
});

function hasSetter(element: object, name: string): boolean {
  for (let each: object | null = element; each; each = Reflect.getPrototypeOf(each)) {
    const found = Reflect.getOwnPropertyDescriptor(each, name);
    if (found) return Boolean(found.set) || found.writable === true;
  }
  return false;
}
