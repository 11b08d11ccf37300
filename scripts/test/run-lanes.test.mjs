import { describe, expect, it } from 'vitest';
import { runLanes } from './run-lanes.mjs';

const stage = (name, result, more = {}) => ({ name, title: name, run: async () => result, ...more });
const passed = { passed: 2, failed: 0 };
const failed = { passed: 1, failed: 3, details: 'why' };

describe('runLanes', () => {
  it('counts every stage, also those that fail or break down', async () => {
    const broken = { ...stage('c'), run: () => Promise.reject(new Error('no engine')) };
    const results = await runLanes([[stage('a', passed), stage('b', failed)], [broken]]);
    expect(results.map((result) => [result.passed, result.failed])).toEqual([
      [2, 0],
      [1, 3],
      [0, 1],
    ]);
    expect(results[2].details).toContain('no engine');
  });

  it('does not run what needs a blocking stage that failed, and counts it as failed', async () => {
    let ran = false;
    const after = { ...stage('b', passed, { needs: ['a'] }), run: async () => (ran = true) };
    const [, b] = await runLanes([[stage('a', failed, { blocks: true }), after]]);
    expect(ran).toBe(false);
    expect(b).toMatchObject({ failed: 1, details: 'Not run, because this failed: a' });
  });

  it('waits for a stage of another lane, and for none that was not chosen', async () => {
    const order = [];
    const slow = {
      ...stage('a'),
      run: async () => {
        await new Promise(setImmediate);
        order.push('a');
        return passed;
      },
    };
    const waits = {
      ...stage('b', passed, { needs: ['a', 'absent'] }),
      run: async () => {
        order.push('b');
        return passed;
      },
    };
    await runLanes([[waits], [slow]]);
    expect(order).toEqual(['a', 'b']);
  });
});
