/** One option of a command, as it is read and as the help shows it. */
export interface OptionRule {
  type: 'string' | 'boolean';
  short?: string;
  multiple?: boolean;
  /** What stands for the value in the help. */
  value?: string;
  help: string;
}

export type OptionTable = Readonly<Record<string, OptionRule>>;

export const HELP: OptionTable = {
  help: { type: 'boolean', short: 'h', help: 'Say what this command does and which options it has' },
};

/** Which stack is meant; every command takes them. */
export const NAMES: OptionTable = {
  'project-name': {
    type: 'string',
    short: 'p',
    value: 'NAME',
    help: 'Name of the project. Default: "name" of the file, else its folder',
  },
  environment: {
    type: 'string',
    short: 'e',
    value: 'NAME',
    help: 'Environment of the project: each is a stack of its own. Default: local',
  },
};

/** Which files are read, and what is filled into them. */
export const FILES: OptionTable = {
  file: {
    type: 'string',
    short: 'f',
    multiple: true,
    value: 'FILE',
    help: 'Compose file, the later over the earlier; - is standard input. Same as FILE without -f',
  },
  'env-file': {
    type: 'string',
    multiple: true,
    value: 'FILE',
    help: 'Variables, instead of the .env beside the first file. The process environment wins over both',
  },
  profile: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    help: 'Services of this profile as well',
  },
};

export const TIMEOUT: OptionTable = {
  timeout: {
    type: 'string',
    value: 'TIME',
    help: 'Longest time for all of it, such as 90s or 5m. Default: none; each wait has its own',
  },
};

/** What the policy allows beyond its default, on the word of whoever calls. */
export const ALLOWANCES: OptionTable = {
  'allow-bind': {
    type: 'string',
    multiple: true,
    value: 'PATH',
    help: 'Let services mount exactly this path of the host; every other bind mount is refused',
  },
  'allow-port': {
    type: 'string',
    multiple: true,
    value: 'PORT',
    help: 'Let services publish this port below 1024',
  },
  'allow-external': {
    type: 'string',
    multiple: true,
    value: 'NAME',
    help: 'Let services join this existing network or volume, whoever it belongs to',
  },
};

export const JSON_OUTPUT: OptionTable = {
  json: { type: 'boolean', help: 'One JSON document instead of text' },
};
