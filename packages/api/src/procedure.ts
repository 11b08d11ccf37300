import { allows, DomainError, type Scope } from '@jalon/contracts';
import { toApiError } from './errors';
import { trpc } from './trpc';

/** Everything that a resolver throws leaves as an ApiError, masked and logged where it must be. */
const withSafeErrors = trpc.procedure.use(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  throw toApiError(result.error, (errorId, cause) =>
    ctx.core.logger.error({ errorId, err: cause, path }, 'request failed'),
  );
});

const signedIn = withSafeErrors.use(({ ctx, next }) => {
  const { principal, session } = ctx;
  if (!principal || !session) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
  return next({ ctx: { ...ctx, principal, session } });
});

/** For the few things one does before signing in. Whoever uses it says in its file why that is safe. */
export const publicProcedure = withSafeErrors.meta({ access: 'public' });

/** For what concerns the caller alone: their own session, language, password. */
export const selfProcedure = signedIn.meta({ access: 'self' });

/** A procedure for signed-in people whose role holds the scope. `ctx.principal` is who they are. */
export function procedure(scope: Scope) {
  return signedIn.meta({ access: scope }).use(({ ctx, next }) => {
    if (!allows(ctx.principal.role, scope)) {
      throw new DomainError('FORBIDDEN', 'Your role does not allow this: ask an admin.');
    }
    return next();
  });
}
