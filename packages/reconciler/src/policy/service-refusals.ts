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
import { isBuiltImage } from './reserved-names';

type Finding = { rule: string; message: string };

/** What one service asks for and may not have, in the words of the Compose file. */
export function serviceRefusals(service: ServiceModel, allowance: PolicyAllowance): Refusal[] {
  const findings = [
    ...service.mounts.flatMap((mount) => mountFindings(mount, allowance)),
    ...grantFindings(service),
    ...imageFindings(service),
    ...portFindings(service.ports, allowance),
    ...ulimitFindings(service),
    ...limitRefusals(service),
    ...nameRefusals(service),
  ];
  return [
    ...hostAccessRefusals(service, allowance),
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

/** What Jalon has built for one project is that project's: another takes it by its name alone, without ever seeing its files. */
function imageFindings({ image, build }: ServiceModel): Finding[] {
  const bases = build ? [build.args.BASE_IMAGE] : [image];
  return bases
    .filter((name) => name && isBuiltImage(name))
    .map((name) => ({
      rule: 'built-image',
      message: `runs on ${name?.slice(0, 80)}, which Jalon has built for one project. Write "build" with its context, or push it to a registry.`,
    }));
}

/** Secrets and configs are written into the container as root, before anything in it runs. */
function grantFindings({ secrets, configs }: ServiceModel): Finding[] {
  return [...secrets, ...configs].flatMap(({ source, target, mode, uid, gid }): Finding[] => {
    const place = mountTargetTrouble(target);
    const named = `is given "${source.slice(0, 80)}"`;
    const findings = place
      ? [{ rule: 'mount-target', message: `${named} at ${target.slice(0, 200)}, which ${place}` }]
      : [];
    if (mode <= 0o777 && uid <= MAXIMUM.userId && gid <= MAXIMUM.userId) return findings;
    const message = `${named} with an owner or permissions that no file of its kind has. Write a mode such as 0440.`;
    return [...findings, { rule: 'file-mode', message }];
  });
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
