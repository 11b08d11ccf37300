import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { check, docker, images, limits, root } from './harness.mjs';

/** Builds every image and runs the unit tests inside; false where an image is missing. */
export async function builds() {
  await check('base image is there', () => {
    const there = docker(['image', 'inspect', images.template.base], { codes: [0, 1] }).code === 0;
    if (there) return;
    const made = spawnSync(`${root}docker/base/make-python-base.sh`, [], { stdio: 'inherit' });
    assert.equal(made.status, 0, 'make-python-base.sh failed');
  });
  for (const { tag, context, base } of Object.values(images)) {
    const built = await check(`build ${context}`, () => {
      docker(['build', '--quiet', '--tag', tag, '--build-arg', `BASE_IMAGE=${base}`, root + context]);
      return `${Math.round(docker(['image', 'inspect', '-f', '{{.Size}}', tag]).out / 1e6)} MB`;
    });
    if (!built) return false;
  }
  await check('unit tests of the template', () => {
    docker([
      'run',
      '--rm',
      ...limits,
      '--entrypoint',
      'python3',
      images.template.tag,
      '-m',
      'unittest',
      'discover',
      '-s',
      '/opt/jalon/tests',
    ]);
  });
  await check('unit tests of the sample', () => {
    docker(['run', '--rm', ...limits, '--entrypoint', 'python3', images.credit.tag, '-m', 'unittest']);
  });
  return true;
}
