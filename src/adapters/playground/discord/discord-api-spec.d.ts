/** The package types its schemas by their JavaScript, which TypeScript does not read; see schema.ts. */
declare module 'discord-api-spec/zod';
