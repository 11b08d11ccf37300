// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is Compose's own notation.
import { describe, expect, it } from 'vitest';
import { errorsOf } from './testing';

/** What is wrong, the file, and where and what the first error is. */
const FILES: [string, string, string, string][] = [
  ['a tab', 'services:\n\tweb:\n', '2:1', 'tab'],
  ['an unclosed quote', 'services:\n  web:\n    image: "a\n', '4:1', 'not valid YAML'],
  ['an unclosed bracket', 'services:\n  web:\n    ports: [80\n', '4:1', 'not valid YAML'],
  ['a bad indentation', 'services:\n  web:\n    image: a\n   ports: []\n', '4:1', 'not valid YAML'],
  ['a key twice', 'services:\n  web: {image: a}\n  web: {image: b}\n', '3:3', 'written twice'],
  ['two documents', 'services: {}\n---\nservices: {}\n', '2:1', 'several documents'],
  ['an unknown anchor', 'services:\n  web: *base\n', '2:8', 'base'],
  ['a merge of a text', 'services:\n  web:\n    image: a\n    <<: b\n', '4:5', '"<<" merges a map'],
  ['nothing', '', '1:1', 'Expected a map with "services"'],
  ['a list', '- a\n', '1:1', 'Expected a map with "services"'],
  ['no services', 'volumes:\n  a:\n', '1:1', 'no "services"'],
  ['services as a list', 'services:\n  - web\n', '2:3', 'a map of services by name'],
  ['an unknown top-level key', 'service:\n  a: 1\nservices: {}\n', '1:1', '"service" is not supported'],
  ['include of nothing', 'include: [a.yaml]\nservices: {}\n', '1:11', '"a.yaml" is no file of this project'],
  ['include of an address', 'include: [oci://a/b]\nservices: {}\n', '1:11', 'it is an address'],
  ['a secret of no file', 'services: {}\nsecrets:\n  a: {file: ./a}\n', '3:13', 'no file of this project'],
  ['a secret in the file', 'services: {}\nsecrets:\n  a: {content: x}\n', '3:6', 'exactly one'],
  ['an external secret', 'services: {}\nsecrets:\n  a: {external: true}\n', '3:6', 'external secret'],
  ['models', 'services: {}\nmodels: {}\n', '2:1', 'as a service'],
  ['a bad service name', 'services:\n  "a b": {image: a}\n', '2:3', 'is no name'],
  ['a service of nothing', 'services:\n  web:\n', '2:3', 'Expected a map'],
  ['neither image nor build', 'services:\n  web:\n    restart: always\n', '3:5', 'needs "image" or "build"'],
  ['an unknown key', 'services:\n  web:\n    image: a\n    imaeg: b\n', '4:5', 'no key of a service'],
  [
    'env_file of nothing',
    'services:\n  web:\n    image: a\n    env_file: .env\n',
    '4:15',
    'no file of this project',
  ],
  [
    'extends of nothing',
    'services:\n  web:\n    image: a\n    extends: {service: b}\n',
    '4:24',
    'no service "b"',
  ],
  ['an undeclared secret', 'services:\n  web:\n    image: a\n    secrets: [s]\n', '4:5', 'not declared'],
  ['an undeclared config', 'services:\n  web:\n    image: a\n    configs: [s]\n', '4:5', 'not declared'],
  [
    'a reset in a list',
    'services:\n  web:\n    image: a\n    ports: [!reset 80]\n',
    '4:20',
    'Reset the whole list',
  ],
  ['replicas', 'services:\n  web:\n    image: a\n    deploy: {replicas: 0}\n', '4:24', '1 to 20'],
  ['scale', 'services:\n  web:\n    image: a\n    scale: 21\n', '4:12', '1 to 20'],
  ['two scales', 'services:\n  web: {image: a, scale: 2, deploy: {replicas: 3}}\n', '2:48', 'differ'],
  [
    'a port for many',
    'services:\n  web:\n    image: a\n    scale: 2\n    ports: ["80:80"]\n',
    '5:12',
    'Only one of 2',
  ],
  [
    'a name for many',
    'services:\n  web:\n    image: a\n    scale: 2\n    container_name: w\n',
    '5:21',
    'one name',
  ],
  [
    'a job of many',
    'services:\n  web:\n    image: a\n    scale: 2\n    x-jalon: {role: job, job: train}\n',
    '4:12',
    'one container',
  ],
  ['a bad port', 'services:\n  web:\n    image: a\n    ports:\n      - 80:http\n', '5:9', 'is no port'],
  ['a bad size', 'services:\n  web:\n    image: a\n    mem_limit: lots\n', '4:16', '512m'],
  ['a bad number', 'services:\n  web:\n    image: a\n    cpus: -1\n', '4:11', 'above 0'],
  ['a bad boolean', 'services:\n  web:\n    image: a\n    init: maybe\n', '4:11', 'true or false'],
  ['a bad duration', 'services:\n  web:\n    image: a\n    stop_grace_period: 10\n', '4:24', '30s'],
  ['a bad restart', 'services:\n  web:\n    image: a\n    restart: sometimes\n', '4:14', 'restart policy'],
  [
    'a bad condition',
    'services:\n  web:\n    image: a\n    depends_on: {b: {condition: ready}}\n  b: {image: b}\n',
    '4:33',
    'is no condition',
  ],
  [
    'an unknown dependency',
    'services:\n  web:\n    image: a\n    depends_on: [b]\n',
    '4:5',
    'does not exist',
  ],
  [
    'a circle',
    'services:\n  a: {image: a, depends_on: [b]}\n  b: {image: b, depends_on: [a]}\n',
    '2:17',
    'a → b → a',
  ],
  ['a dependency on itself', 'services:\n  a: {image: a, depends_on: [a]}\n', '2:17', 'a → a'],
  [
    'a dependency on a job',
    'services:\n  a: {image: a, depends_on: [j]}\n  j: {image: j, x-jalon: {role: job, job: train}}\n',
    '2:17',
    'is a job',
  ],
  [
    'health that is turned off',
    'services:\n  a: {image: a, depends_on: {b: {condition: service_healthy}}}\n  b: {image: b, healthcheck: {disable: true}}\n',
    '2:17',
    'turned off',
  ],
  ['an undeclared network', 'services:\n  a:\n    image: a\n    networks: [n]\n', '4:5', 'not declared'],
  ['an undeclared volume', 'services:\n  a:\n    image: a\n    volumes: ["v:/v"]\n', '4:5', 'not declared'],
  ['a bad variable', 'services:\n  a:\n    image: "a:${TAG"\n', '3:12', 'never closed'],
  ['a lone dollar', 'services:\n  a:\n    image: a\n    command: echo 5$\n', '4:14', '$$'],
  [
    'a job without a name',
    'services:\n  a:\n    image: a\n    x-jalon: {role: job}\n',
    '4:14',
    'needs "job"',
  ],
  [
    'an exposed job',
    'services:\n  a:\n    image: a\n    x-jalon: {role: job, job: t, expose: {port: 80}}\n',
    '4:42',
    'cannot be exposed',
  ],
  ['a job name elsewhere', 'services:\n  a:\n    image: a\n    x-jalon: {job: t}\n', '4:20', 'role: job'],
  [
    'an unknown x-jalon key',
    'services:\n  a:\n    image: a\n    x-jalon: {rule: model}\n',
    '4:15',
    'not known',
  ],
  [
    'expose without a port',
    'services:\n  a:\n    image: a\n    x-jalon: {expose: {basePath: strip}}\n',
    '4:23',
    'needs "port"',
  ],
  [
    'a bad base path',
    'services:\n  a:\n    image: a\n    x-jalon: {expose: {port: 80, basePath: cut}}\n',
    '4:44',
    'strip or keep',
  ],
  [
    'a port too high',
    'services:\n  a:\n    image: a\n    x-jalon: {expose: {port: 99999}}\n',
    '4:30',
    '65535',
  ],
  ['a network driver', 'services: {}\nnetworks:\n  n: {driver: overlay}\n', '3:15', 'bridge'],
  ['IPv6', 'services: {}\nnetworks:\n  n: {enable_ipv6: true}\n', '3:7', '"enable_ipv6" of a network'],
  [
    'a link that renames to a service',
    'services:\n  a: {image: a, links: ["b:c"]}\n  b: {image: b}\n  c: {image: c}\n',
    '2:25',
    'would mean both',
  ],
  ['a bad host', 'services:\n  a: {image: a, extra_hosts: [db]}\n', '2:31', 'name:address'],
  [
    'two limits',
    'services:\n  a: {image: a, cpus: 1, deploy: {resources: {limits: {cpus: 2}}}}\n',
    '2:56',
    'Keep one of them',
  ],
  ['a local build', 'services:\n  a:\n    build: .\n', '3:12', 'jalon://'],
  ['a prototype key', 'services:\n  __proto__: {image: a}\n', '2:3', 'cannot be used'],
];

describe('a file that cannot be deployed', () => {
  it.each(FILES)('%s', (_what, text, place, message) => {
    const [first] = errorsOf(text);
    expect(first).toContain(message);
    expect(first?.split(' ')[0]).toBe(place);
  });
});
