import { z } from 'zod';
import { ROLES, type Role } from '../access';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './password';
import { LOCALES } from './preferences';

const email = z
  .email()
  .max(254)
  .transform((text) => text.trim().toLowerCase());
const name = z.string().trim().min(1).max(120);
const password = z.string().min(PASSWORD_MIN_LENGTH).max(PASSWORD_MAX_LENGTH);
/** The secret part of a one-time link, as it was printed or copied. */
const linkToken = z.string().min(20).max(100);

export const personIdInput = z.object({ userId: z.uuid() });

export const invitePersonInput = z.object({
  email,
  name: z.string().trim().max(120).default(''),
  role: z.enum(ROLES),
});
export type InvitePersonInput = z.infer<typeof invitePersonInput>;

export const revokeInvitationInput = z.object({ invitationId: z.uuid() });

export const readLinkInput = z.object({ token: linkToken });

export const acceptInvitationInput = z.object({
  token: linkToken,
  name,
  password,
  locale: z.enum(LOCALES).default('en'),
});
export type AcceptInvitationInput = z.infer<typeof acceptInvitationInput>;

export const completeSetupInput = z.object({
  token: linkToken,
  email,
  name,
  password,
  locale: z.enum(LOCALES).default('en'),
});
export type CompleteSetupInput = z.infer<typeof completeSetupInput>;

export const signInInput = z.object({
  email,
  password: z.string().min(1).max(PASSWORD_MAX_LENGTH),
});
export type SignInInput = z.infer<typeof signInInput>;

export const changeRoleInput = personIdInput.extend({ role: z.enum(ROLES) });
export type ChangeRoleInput = z.infer<typeof changeRoleInput>;

export const changePasswordInput = z.object({
  currentPassword: z.string().min(1).max(PASSWORD_MAX_LENGTH),
  newPassword: password,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

/** A person as the list of people shows them. */
export interface Person {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** Set when they are locked out. */
  disabledAt: Date | null;
  createdAt: Date;
  /** Start of their latest session that is still open; null when they are signed out. */
  signedInAt: Date | null;
}

/** An invitation that nobody has accepted yet. */
export interface Invitation {
  id: string;
  email: string;
  name: string;
  role: Role;
  expiresAt: Date;
  createdAt: Date;
}

/** What the page behind an invitation link may show to whoever holds the link. */
export interface InvitationPreview {
  email: string;
  name: string;
  role: Role;
  expiresAt: Date;
}
