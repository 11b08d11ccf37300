/** What an address under the gateway names. */
export interface ServiceAddress {
  project: string;
  environment: string;
  service: string;
  /** `/s/<project>/<environment>/<service>/` */
  basePath: string;
  /** What comes after the base path, with a leading slash, and the query. */
  rest: string;
  /** False for `/s/p/e/s` without its slash, from where relative links would lead elsewhere. */
  hasSlash: boolean;
}

const PATTERN = /^\/s\/([a-z0-9-]{1,63})\/([a-z0-9-]{1,63})\/([A-Za-z0-9._-]{1,63})(\/[^?#]*)?(\?[^#]*)?$/;

/** Takes a request's target apart; null when it names no service. */
export function parseAddress(target: string): ServiceAddress | null {
  const match = PATTERN.exec(target);
  if (!match) return null;
  const [, project = '', environment = '', service = '', path, query = ''] = match;
  return {
    project,
    environment,
    service,
    basePath: `/s/${project}/${environment}/${service}/`,
    rest: (path ?? '/') + query,
    hasSlash: path !== undefined,
  };
}
