/** Name of the part of a project's address that says which environment its page is about. */
export const ENVIRONMENT_PARAM = 'env';

/** The environment of this name; the first where no name is given or none is called so. */
export function chooseEnvironment<T extends { slug: string }>(
  environments: readonly T[],
  slug: string | null,
): T | undefined {
  return environments.find((environment) => environment.slug === slug) ?? environments[0];
}

/** Address of a page of a project. The first environment is meant when none is named, so it needs no name. */
export function projectAddress(
  project: { slug: string; environments: readonly { slug: string }[] },
  environmentSlug: string,
  page: string,
): string {
  const address = `/projects/${project.slug}/${page}`;
  if (environmentSlug === project.environments[0]?.slug) return address;
  return `${address}${page.includes('?') ? '&' : '?'}${ENVIRONMENT_PARAM}=${encodeURIComponent(environmentSlug)}`;
}

/** Pages of one deployment or run belong to one environment: another one's list is shown instead. */
const ITEM_PAGE = /^(\/projects\/[^/]+\/(?:deployments|runs))\/.+/;

/** The same page for another environment, with whatever else its address says. */
export function sameAddressFor(pathname: string, search: URLSearchParams, slug: string): string {
  const params = new URLSearchParams(search);
  params.set(ENVIRONMENT_PARAM, slug);
  return `${pathname.replace(ITEM_PAGE, '$1')}?${params}`;
}
