/**
 * The conformance kit: run it against your own store before you trust it with events.
 *
 * @module
 */
export { aggregateCases } from './aggregate-cases.js';
export { CaseFailure, type FailureDetails } from './case-failure.js';
export type { Ability, CaseOutcome, ConformanceCase } from './conformance-case.js';
export type { HandlerCase } from './handler/handler-case.js';
export { handlerCases } from './handler/handler-cases.js';
export type { HandlerSubject, KitPerson } from './handler/handler-subject.js';
export { checkModel, type ModelCheckOptions } from './model/check-model.js';
export { resultLine, summaryText } from './report-text.js';
export { runCases, type CaseResult, type ConformanceReport, type RunOptions } from './run-cases.js';
export { searchCases } from './search-cases.js';
export type { CreateStore, StoreCase, StoreSubject } from './store-case.js';
export { storeCases } from './store-cases.js';
