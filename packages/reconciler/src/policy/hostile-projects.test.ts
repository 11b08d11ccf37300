// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is Compose's own notation.
import { describe, expect, it } from 'vitest';
import { verdictOn } from '../testing/hostile/verdict';

const WEB = 'services:\n  web:\n    image: nginx:1.27\n';
const PRIVILEGED = `${WEB}    privileged: true\n`;
const SOCKET = `${WEB}    volumes: ["/var/run/docker.sock:/x"]\n`;
const HARMLESS = `${WEB}    privileged: false\n`;

interface Project {
  text: string;
  files: Record<string, string>;
  overrides?: string[];
}

/** What a second file of the project can smuggle in, or reach for; the rule that refuses it. */
const PROJECTS: [string, Project, string][] = [
  [
    'an override that is privileged',
    { text: WEB, files: { 'o.yaml': PRIVILEGED }, overrides: ['o.yaml'] },
    'privileged',
  ],
  [
    'an override of !override',
    { text: HARMLESS, files: { 'o.yaml': `${WEB}    volumes: !override ["/:/x"]\n` }, overrides: ['o.yaml'] },
    'bind-mount',
  ],
  [
    'a reset that leaves the rest',
    { text: SOCKET, files: { 'o.yaml': `${WEB}    ports: !reset []\n` }, overrides: ['o.yaml'] },
    'engine-socket',
  ],
  [
    'a second override that undoes the first',
    { text: WEB, files: { 'a.yaml': HARMLESS, 'b.yaml': PRIVILEGED }, overrides: ['a.yaml', 'b.yaml'] },
    'privileged',
  ],
  [
    'an included file',
    { text: 'include: [p.yaml]\nservices: {}\n', files: { 'p.yaml': SOCKET } },
    'engine-socket',
  ],
  [
    'an included file of an included file',
    {
      text: 'include: [a/p.yaml]\nservices: {}\n',
      files: { 'a/p.yaml': 'include: [q.yaml]\nservices: {}\n', 'a/q.yaml': PRIVILEGED },
    },
    'privileged',
  ],
  [
    'a service taken from another file',
    { text: 'services:\n  a:\n    extends: {file: p.yaml, service: web}\n', files: { 'p.yaml': PRIVILEGED } },
    'privileged',
  ],
  [
    'a service taken through two files',
    {
      text: 'services:\n  a:\n    extends: {file: p.yaml, service: b}\n',
      files: { 'p.yaml': 'services:\n  b:\n    extends: {file: q.yaml, service: web}\n', 'q.yaml': SOCKET },
    },
    'engine-socket',
  ],
  [
    'a variable of the .env',
    { text: `${WEB}    volumes: ["\${FROM}:/x"]\n`, files: { '.env': 'FROM=/var/run/docker.sock\n' } },
    'engine-socket',
  ],
  [
    'a label file that impersonates',
    { text: `${WEB}    label_file: l.env\n`, files: { 'l.env': 'dev.jalon.project=other\n' } },
    'reserved-label',
  ],
  [
    'an environment file that climbs',
    { text: `${WEB}    env_file: ../../etc/environment\n`, files: { 'x.env': 'A=b' } },
    'COMPOSE_INVALID',
  ],
  [
    'an included file that climbs',
    {
      text: 'include: [a/p.yaml]\nservices: {}\n',
      files: { 'a/p.yaml': 'include: [../../q.yaml]\nservices: {}\n', 'q.yaml': WEB },
    },
    'COMPOSE_INVALID',
  ],
  [
    'a secret of the host',
    { text: `secrets: {s: {file: /etc/shadow}}\n${WEB}    secrets: [s]\n`, files: { x: '' } },
    'COMPOSE_INVALID',
  ],
  [
    'a config over the kernel',
    {
      text: `configs: {c: {file: ./x}}\n${WEB}    configs: [{source: c, target: /proc/sys/kernel/x}]\n`,
      files: { x: 'y' },
    },
    'mount-target',
  ],
  [
    'files that include each other',
    {
      text: 'include: [p.yaml]\nservices: {}\n',
      files: { 'p.yaml': 'include: [q.yaml]\nservices: {}\n', 'q.yaml': 'include: [p.yaml]\nservices: {}\n' },
    },
    'COMPOSE_INVALID',
  ],
  [
    'a service that extends itself',
    { text: 'services:\n  a:\n    extends: {service: a}\n', files: { x: '' } },
    'COMPOSE_INVALID',
  ],
];

describe('hostile projects of several files', () => {
  it.each(PROJECTS)('%s', (_what, { text, files, overrides = [] }, rule) => {
    const project = { files: new Map(Object.entries(files)), overrides };
    expect(verdictOn(text, {}, project).rules).toEqual([rule]);
  });
});
