import { NEVER_CAPABILITIES } from '@jalon/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, type DeliveryHarness, deliveryHarness, makeProject } from '../../testing/delivery-harness';

let harness: DeliveryHarness;
beforeAll(async () => {
  harness = await deliveryHarness();
});
afterAll(() => harness.close());

const NONE = { bindSources: [], privilegedPorts: [], reservedPorts: [], capabilities: [] };

const FILE = `services:
  web:
    image: web:1
    volumes: ["/srv/models:/models:ro"]
    ports: ["80:8080", "9000:9000"]
`;

const ADDING = `services:
  web:
    image: web:1
    cap_add: [cap_net_raw, CHOWN]
`;

async function setUp(file = FILE) {
  const engineer = await harness.person('ENGINEER');
  const { environmentId } = await makeProject(harness, engineer, file);
  const { hostId } = await harness.db.environment.findUniqueOrThrow({
    where: { id: environmentId },
    select: { hostId: true },
  });
  const caller = harness.callerOf(engineer);
  const admin = harness.callerOf(await harness.person('ADMIN'));
  const rules = async () => {
    const { refusals } = await caller.stack.preview({ environmentId });
    return refusals.map(({ rule }) => rule).sort();
  };
  return { hostId, caller, admin, rules, environmentId };
}

describe('host.allow', () => {
  it('widens the policy for just what is named, and narrows it by the ports that are kept', async () => {
    const { hostId, admin, rules, caller } = await setUp();
    await admin.host.allow({ hostId, allowance: NONE });
    const before = await rules();
    expect(before).toContain('bind-mount');
    expect(before).toHaveLength(2);
    await admin.host.allow({ hostId, allowance: { ...NONE, bindSources: ['/srv'], privilegedPorts: [80] } });
    expect(await rules()).toEqual(['bind-mount']);
    const allowance = { ...NONE, bindSources: ['/srv/models'], privilegedPorts: [80] };
    await admin.host.allow({ hostId, allowance });
    expect(await rules()).toEqual([]);
    const seen = (await caller.host.list()).find(({ id }) => id === hostId);
    expect(seen?.allowance).toEqual(allowance);
    await admin.host.allow({ hostId, allowance: { ...allowance, reservedPorts: [9000] } });
    expect(await rules()).toHaveLength(1);
  });

  it('never allows what holds the host itself', async () => {
    const { hostId, admin } = await setUp();
    for (const path of ['/', '/etc', '/var/run/docker.sock', '/home/a/.ssh', '/srv/../etc']) {
      const call = admin.host.allow({ hostId, allowance: { ...NONE, bindSources: [path] } });
      expect(await codeOf(call), path).toBe('VALIDATION');
    }
    const relative = admin.host.allow({ hostId, allowance: { ...NONE, bindSources: ['srv'] } });
    expect(await codeOf(relative)).toBe('VALIDATION');
  });

  it('gives the capabilities that are named, and says which host gives none', async () => {
    const { hostId, admin, rules, caller, environmentId } = await setUp(ADDING);
    await admin.host.allow({ hostId, allowance: NONE });
    expect(await rules()).toEqual(['added-capability', 'added-capability']);
    await admin.host.allow({ hostId, allowance: { ...NONE, capabilities: ['CAP_CHOWN'] } });
    const { name } = await harness.db.dockerHost.findUniqueOrThrow({ where: { id: hostId } });
    const { refusals } = await caller.stack.preview({ environmentId });
    expect(refusals.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        `"cap_add: cap_net_raw". It is not allowed on the host "${name}". Ask an admin`,
      ),
    ]);
    await admin.host.allow({ hostId, allowance: { ...NONE, capabilities: ['net_raw', 'CHOWN'] } });
    expect(await rules()).toEqual([]);
    const seen = (await caller.host.list()).find(({ id }) => id === hostId);
    expect(seen?.allowance.capabilities).toEqual(['NET_RAW', 'CHOWN']);
    await admin.host.allow({ hostId, allowance: NONE });
  });

  it('never allows a capability that gives the host away, nor one that Linux has not', async () => {
    const { hostId, admin, rules } = await setUp(ADDING.replace('CHOWN', 'SYS_ADMIN'));
    for (const name of [
      ...NEVER_CAPABILITIES,
      'CAP_SYS_ADMIN',
      'sys_admin',
      'EVERYTHING',
      '',
      'CHOWN,KILL',
    ]) {
      const call = admin.host.allow({ hostId, allowance: { ...NONE, capabilities: ['CHOWN', name] } });
      expect(await codeOf(call), name).toBe('VALIDATION');
    }
    // Written past the API: what cannot be allowed makes the whole allowance the strict one.
    await harness.db.dockerHost.update({
      where: { id: hostId },
      data: { allowance: { capabilities: ['NET_RAW', 'SYS_ADMIN'] } },
    });
    expect(await rules()).toEqual(['added-capability', 'added-capability']);
    await admin.host.allow({ hostId, allowance: NONE });
  });

  it("is an admin's, and stands in the audit log", async () => {
    const { hostId, caller, admin } = await setUp();
    expect(await codeOf(caller.host.allow({ hostId, allowance: NONE }))).toBe('FORBIDDEN');
    await admin.host.allow({ hostId, allowance: { ...NONE, reservedPorts: [3000] } });
    const event = await harness.db.auditEvent.findFirstOrThrow({
      where: { action: 'host.allowed', subjectId: hostId },
      orderBy: { id: 'desc' },
    });
    expect(event.data).toEqual({ allowance: { ...NONE, reservedPorts: [3000] } });
    const unknown = crypto.randomUUID();
    expect(await codeOf(admin.host.allow({ hostId: unknown, allowance: NONE }))).toBe('NOT_FOUND');
  });
});
