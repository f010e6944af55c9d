/** zod, which checks data from files and from other machines: see `project-schema.ts` and `answer-schemas.ts`. */
export * from 'zod/mini';
