import { selfProcedure } from '../../procedure';

/** Who is signed in. */
export const me = selfProcedure.query(({ ctx }) => ({
  ...ctx.principal,
  email: ctx.session.email,
  locale: ctx.session.locale,
}));
