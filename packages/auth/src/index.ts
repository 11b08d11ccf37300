export * from './push-limiter';
/** What any process may use. The parts that need Next are in `@jalon/auth/options`. */
export * from './session-cookie';
export * from './session-reader';
export * from './sign-in-limiter';
