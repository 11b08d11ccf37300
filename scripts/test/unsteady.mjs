/**
 * A test that failed and passed when it was run once more, by itself, is unsteady: it is said at the end, by name,
 * and does not fail the run. More of them than this in one stage are no chance, and fail it. Why:
 * docs/decisions/0016.
 */
export const UNSTEADY_LIMIT = 2;

/** The lines about unsteady tests among results of stages, with what each failed with; none when all were steady. */
export function unsteadyLines(results) {
  return results.flatMap(({ title, unsteady = [] }) =>
    unsteady.map(({ test, details }) => `Unsteady (${title}): ${test} failed, then passed\n${details ?? ''}`),
  );
}
