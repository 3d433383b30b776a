// Door of the schemas: every kind of knowledge, its Valibot schema and its type.

export * from './claim.ts';
export * from './condition.ts';
export * from './inference.ts';
export * from './knowledge.ts';
export * from './logic.ts';
export * from './muscle.ts';
export * from './outcome.ts';
export * from './prevention.ts';
export * from './redFlag.ts';
export * from './region.ts';
export * from './shape.ts';
export * from './source.ts';
export * from './technique.ts';
export * from './wording.ts';
