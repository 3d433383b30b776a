// For tests only: what others need to check that they speak the same protocol.

export { VECTOR_ENTRY, vectors, vectorsAsText } from './vectors.ts';
