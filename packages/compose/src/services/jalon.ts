import type { JalonServiceModel } from '@jalon/contracts';
import type { Problems } from '../yaml/problems';
import { readInteger, readMap, readText } from '../yaml/read';
import { entryOf, isNull, type TreeNode } from '../yaml/tree';

const KNOWN = 'role, technology, expose, job';
const WORD = /^[a-z][a-z0-9-]{0,49}$/;

/** A service that says nothing about itself. */
export function noJalon(): JalonServiceModel {
  return { role: 'service', roleName: 'service', technology: null, expose: null, job: null };
}

/** `x-jalon` of a service. Roles other than model and job are a word for people: the service is kept running. */
export function readJalon(node: TreeNode, problems: Problems): JalonServiceModel {
  const jalon = noJalon();
  if (isNull(node)) return jalon;
  const map = readMap(node, problems, `a map with ${KNOWN}`);
  if (!map) return jalon;
  for (const { key, at, value } of map.entries) {
    if (key === 'role') jalon.roleName = readWord(value, problems) ?? 'service';
    else if (key === 'technology') jalon.technology = readWord(value, problems);
    else if (key === 'job') jalon.job = readWord(value, problems);
    else if (key === 'expose') jalon.expose = readGateway(value, problems);
    else problems.error(at, `"x-jalon.${key}" is not known. Known: ${KNOWN}.`);
  }
  if (jalon.roleName === 'model' || jalon.roleName === 'job') jalon.role = jalon.roleName;
  if (jalon.role === 'job' && jalon.job === null)
    problems.error(map, 'A job needs "job": train, score or a name of your own.');
  if (jalon.role !== 'job' && jalon.job !== null)
    problems.error(entryOf(map, 'job') ?? map, '"job" belongs to a service with "role: job".');
  if (jalon.role === 'job' && jalon.expose !== null)
    problems.error(entryOf(map, 'expose') ?? map, 'A job runs to completion and cannot be exposed.');
  return jalon;
}

function readGateway(node: TreeNode, problems: Problems): JalonServiceModel['expose'] {
  if (isNull(node)) return null;
  const map = readMap(node, problems, '"{port: 8000, basePath: strip}"');
  if (!map) return null;
  const expose: NonNullable<JalonServiceModel['expose']> = { port: 0, basePath: 'strip' };
  for (const { key, at, value } of map.entries) {
    if (key === 'port') {
      expose.port = readInteger(value, problems, 1) ?? 0;
      if (expose.port > 65_535) problems.error(value, 'A port goes from 1 to 65535.');
    } else if (key === 'basePath') {
      const text = readText(value, problems);
      if (text === 'strip' || text === 'keep') expose.basePath = text;
      else problems.error(value, `"${text}" is no base path rule. Write strip or keep.`);
    } else problems.error(at, `"x-jalon.expose.${key}" is not known. Known: port, basePath.`);
  }
  if (!entryOf(map, 'port')) problems.error(map, '"expose" needs "port", the port in the container.');
  return expose.port === 0 ? null : expose;
}

function readWord(node: TreeNode, problems: Problems): string | null {
  const text = readText(node, problems);
  if (text === null || WORD.test(text)) return text;
  problems.error(node, `"${text.slice(0, 60)}" is no name here. Use small letters, digits and "-".`);
  return null;
}
