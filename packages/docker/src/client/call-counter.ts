/** How many requests went to the daemon, and of what kind. */
export interface CallCount {
  total: number;
  /** `POST /containers/:id/start` → how often. */
  byKind: Record<string, number>;
}

/** Counts requests at the wire, so that no path to the daemon is left out. */
export class CallCounter {
  private total = 0;
  private readonly byKind = new Map<string, number>();

  record(method: string, path: string): void {
    const kind = `${method} ${kindOf(path)}`;
    this.total += 1;
    this.byKind.set(kind, (this.byKind.get(kind) ?? 0) + 1);
  }

  read(): CallCount {
    return { total: this.total, byKind: Object.fromEntries(this.byKind) };
  }
}

/** Ids and names give way to `:id`. */
function kindOf(path: string): string {
  const plain = path.split('?')[0] ?? path;
  return plain.replace(
    /^\/(containers|networks|volumes|images)\/(?!create$|json$|prune$)(.+?)(\/(json|start|stop|kill|rename|archive|logs|wait|stats|connect|disconnect|tag))?$/,
    (_all, collection: string, _id: string, verb: string | undefined) => `/${collection}/:id${verb ?? ''}`,
  );
}
