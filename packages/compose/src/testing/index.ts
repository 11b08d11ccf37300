import { isDomainError, type ServiceModel } from '@jalon/contracts';
import { parseStack } from '../parse-stack';

/** The only service of a file made of these lines under `services.web`, on an image unless they name one. */
export function serviceOf(lines: string, variables: Record<string, string> = {}): ServiceModel {
  const service = parseStack(fileOf(lines), variables).stack.services.web;
  if (!service) throw new Error('no service');
  return service;
}

export function warningsOf(lines: string, variables: Record<string, string> = {}): string[] {
  return parseStack(fileOf(lines), variables).warnings.map(({ message }) => message);
}

/** Errors as `line:column path: message`; an empty list when the file is accepted. */
export function errorsOf(text: string, variables: Record<string, string> = {}): string[] {
  try {
    parseStack(text, variables);
    return [];
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.details.map(({ path, line, column, message }) => `${line}:${column} ${path}: ${message}`);
  }
}

/** Wraps lines into a file; `web` is line 2, the lines begin on line 3 after the image, indented by four. */
export function fileOf(lines: string): string {
  const body = lines
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  const image = /^(image|build):/m.test(lines) ? '' : '    image: web:1\n';
  const volumes = 'volumes: {data: , other: }\nnetworks: {front: , back: }\n';
  return `services:\n  web:\n${image}${body}\n  db: {image: db:1}\n${volumes}`;
}
