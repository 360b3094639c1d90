// The picker of the demo: who is signed in, and who else one may be. Any other host signs people in itself.
const picker = document.querySelector('#person');

/**
 * Whom the demo is signed in as, `nobody`, or undefined in any other host; as which producer, and whether they may see the audit trail.
 * A promise, because WebKit runs who imports a module that waits before it is through.
 */
export const signedIn = showPeople();

async function showPeople() {
  const reply = await fetch('/demo/people');
  picker.form.hidden = !reply.ok;
  if (!reply.ok) return {};
  const { current: id, people, reloads } = await reply.json();
  picker.append(new Option('Nobody (signed out)', 'nobody'));
  for (const person of people) picker.append(new Option(person.name, person.id));
  picker.value = id ?? 'nobody';
  if (reloads) reloadWhenBack();
  const { producerId, mayAudit } = people.find((person) => person.id === id) ?? {};
  return { current: picker.value, producerId, mayAudit };
}

/** While the demo is being worked on (npm run dev): a connection that opens for the second time means a new build. */
function reloadWhenBack() {
  let hasOpened = false;
  new EventSource('/demo/changes').addEventListener('open', () => {
    if (hasOpened) location.reload();
    hasOpened = true;
  });
}
