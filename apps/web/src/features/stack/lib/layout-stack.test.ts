import type { DrawnService } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { layoutStack } from './layout-stack';

const service = (name: string, rest: Partial<DrawnService> = {}): DrawnService => ({
  name,
  role: 'service',
  technology: null,
  job: null,
  source: 'image:1',
  dependsOn: [],
  volumes: [],
  ports: [],
  exposed: false,
  ...rest,
});

describe('layoutStack', () => {
  it('puts what others need right of them, and volumes last', () => {
    const layout = layoutStack({
      services: [
        service('database'),
        service('score', {
          role: 'job',
          dependsOn: ['database'],
          volumes: [{ volume: 'raw', path: '/d', readOnly: true }],
        }),
        service('model', { role: 'model' }),
      ],
      volumes: ['raw', 'unused'],
    });
    const columnOf = (name: string) => layout.services.find((placed) => placed.service.name === name)?.column;
    expect(columnOf('score')).toBe(0);
    expect(columnOf('model')).toBe(0);
    expect(columnOf('database')).toBe(1);
    // Beside score, which mounts it: the second box of its column.
    expect(layout.volumes).toEqual([{ volume: 'raw', column: 2, row: 1 }]);
    expect(layout.edges).toEqual([
      { from: 'score', to: 'database', kind: 'depends' },
      { from: 'score', to: 'volume:raw', kind: 'reads' },
    ]);
  });

  it('puts no two boxes in one place', () => {
    const services = Array.from({ length: 30 }, (_, index) =>
      service(`s${index}`, { dependsOn: index % 3 === 0 ? [] : [`s${index - 1}`] }),
    );
    const places = layoutStack({ services, volumes: [] }).services.map(
      ({ column, row }) => `${column}/${row}`,
    );
    expect(new Set(places).size).toBe(30);
  });

  it('ends on services that need each other, and on an empty stack', () => {
    const circle = [service('a', { dependsOn: ['b'] }), service('b', { dependsOn: ['a'] })];
    expect(layoutStack({ services: circle, volumes: [] }).services).toHaveLength(2);
    expect(layoutStack({ services: [], volumes: [] })).toMatchObject({ services: [], rows: 1, columns: 1 });
  });
});
