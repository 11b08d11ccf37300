import type { MountModel, PortModel, Refusal, ServiceModel } from '@jalon/contracts';
import type { PolicyAllowance } from './allowance';
import { isAllowedUlimit } from './fields/leaves';
import { hostPortTrouble, isHostAddress } from './fields/ports';
import { hostAccessRefusals } from './host-access';
import { hostPathTrouble, mountTargetTrouble } from './host-paths';
import { labelRefusals } from './label-refusals';
import { limitRefusals } from './limit-refusals';
import { MAXIMUM } from './limits';
import { nameRefusals } from './name-refusals';

type Finding = { rule: string; message: string };

/** What one service asks for and may not have, in the words of the Compose file. */
export function serviceRefusals(service: ServiceModel, allowance: PolicyAllowance): Refusal[] {
  const findings = [
    ...service.mounts.flatMap((mount) => mountFindings(mount, allowance)),
    ...portFindings(service.ports, allowance),
    ...ulimitFindings(service),
    ...limitRefusals(service),
    ...nameRefusals(service),
  ];
  return [
    ...hostAccessRefusals(service),
    ...labelRefusals(service.name, service.labels),
    ...findings.map(({ rule, message }) => ({
      rule,
      service: service.name,
      message: `Service "${service.name}" ${message}`,
    })),
  ];
}

function mountFindings({ type, source, target }: MountModel, allowance: PolicyAllowance): Finding[] {
  const findings: Finding[] = [];
  const host = type === 'bind' ? hostPathTrouble(source, allowance.bindSources ?? []) : null;
  if (host)
    findings.push({ rule: host.rule, message: `mounts ${source.slice(0, 200)}, which ${host.message}` });
  const place = mountTargetTrouble(target);
  if (place)
    findings.push({
      rule: 'mount-target',
      message: `mounts something at ${target.slice(0, 200)}, which ${place}`,
    });
  return findings;
}

function portFindings(ports: readonly PortModel[], allowance: PolicyAllowance): Finding[] {
  const findings = ports.flatMap(({ hostIp, published }): Finding[] => {
    const trouble = hostPortTrouble(published, allowance);
    const address = isHostAddress(hostIp)
      ? []
      : [
          {
            rule: 'host-address',
            message: `publishes a port on "${hostIp.slice(0, 80)}". Name an IP address of the host.`,
          },
        ];
    return trouble
      ? [...address, { rule: trouble.rule, message: `publishes port ${published}, which ${trouble.message}` }]
      : address;
  });
  if (ports.length <= MAXIMUM.portsOfService) return findings;
  const message = `publishes ${ports.length} ports; at most ${MAXIMUM.portsOfService}. Services of the stack reach each other without.`;
  return [...findings, { rule: 'too-many-ports', message }];
}

function ulimitFindings({ ulimits }: ServiceModel): Finding[] {
  return Object.entries(ulimits)
    .filter(([name, { soft, hard }]) => !isAllowedUlimit(name, soft) || !isAllowedUlimit(name, hard))
    .map(([name, { soft, hard }]) => ({
      rule: 'ulimit',
      message: `asks for "ulimits: ${name}: ${soft === hard ? soft : `${soft}, ${hard}`}", which reaches past its own limits. Lower it, or remove it.`,
    }));
}
