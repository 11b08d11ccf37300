import type { RegisterOptions, UseFormRegisterReturn } from 'react-hook-form';

/** How a group of fields is bound to whichever form it stands in. */
export interface GroupBind<Fields> {
  register: (name: keyof Fields & string, options?: RegisterOptions) => UseFormRegisterReturn;
  error: (name: keyof Fields & string) => string | undefined;
}
