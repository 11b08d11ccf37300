/** What the program ends with; `jalon --help` says the same. */
export const EXIT = {
  ok: 0,
  /** The file is wrong or refused, or what was asked for did not succeed. */
  failed: 1,
  /** `plan --detailed-exitcode`: there is something to do. Terraform's convention. */
  changes: 2,
  /** The command line is wrong: EX_USAGE of sysexits.h. */
  usage: 64,
  /** A mistake of this program: EX_SOFTWARE of sysexits.h. */
  bug: 70,
  /** Ctrl-C, as shells count it. */
  cancelled: 130,
} as const;
