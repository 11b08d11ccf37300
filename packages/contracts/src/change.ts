/** A row changed: what worker, web and browser tell each other. It carries keys, never content. */
export const CHANGE_CHANNEL = 'jalon_changes';

export const CHANGE_TOPICS = [
  'use-case',
  'comment',
  /** Its id is that of the person it is for: nobody else hears of it. */
  'notification',
  'project',
  'environment',
  'usage',
  'deployment',
  'run',
  'kpi',
  'host',
  'route',
  'session',
  'user',
] as const;
export type ChangeTopic = (typeof CHANGE_TOPICS)[number];

export interface Change {
  topic: ChangeTopic;
  id: string;
  projectId?: string;
  environmentId?: string;
  useCaseId?: string;
}
