/** What an admin allows on a host beyond the default, which allows none of it, and what the host keeps for itself. */
export interface PolicyAllowance {
  /**
   * Folders of the host that may be mounted, each exactly as it is listed. What is below them may not: whoever can write
   * to a folder can put a link there that leads out of it, and the engine follows it.
   */
  bindSources?: readonly string[];
  /** Existing volumes and networks that a stack may join: they may belong to another project. */
  externalVolumes?: readonly string[];
  externalNetworks?: readonly string[];
  /** Ports below 1024 that may be published. */
  privilegedPorts?: readonly number[];
  /** Ports that no stack may publish: those of the platform itself. The engine's own are always among them. */
  reservedPorts?: readonly number[];
  /** Linux capabilities that a service may add, by their names without `CAP_`; some nobody can allow. */
  capabilities?: readonly string[];
  /** Name of the host that allows it, for a refusal to say; absent where no host is known by a name. */
  host?: string;
}
