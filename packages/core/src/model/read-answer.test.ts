import { describe, expect, it } from 'vitest';
import { predictionError } from './read-answer';

const answer = (status: number, body: unknown) => ({ status, body, latencyMs: 1 });

describe('predictionError', () => {
  it('names each field that the model refused', () => {
    const error = predictionError(
      answer(422, {
        error: {
          code: 'INVALID_INPUT',
          message: 'Age is required.',
          fields: [{ field: 'Age', message: 'is required' }],
        },
      }),
    );
    expect(error.code).toBe('PREDICTION_INVALID');
    expect(error.message).toBe('Age is required.');
    expect(error.details).toEqual([{ path: 'Age', message: 'is required' }]);
  });

  it('reads the errors of a plain FastAPI service', () => {
    const error = predictionError(answer(422, { detail: [{ loc: ['body', 'Age'], msg: 'Field required' }] }));
    expect(error.details).toEqual([{ path: 'Age', message: 'Field required' }]);
  });

  it('says that a model is not ready, and survives any other answer', () => {
    const notReady = predictionError(answer(503, { error: { message: 'No model yet: run the training.' } }));
    expect(notReady.code).toBe('MODEL_UNREACHABLE');
    expect(notReady.message).toBe('No model yet: run the training.');
    expect(predictionError(answer(500, 'oops')).message).toContain('500');
    expect(predictionError(answer(422, null)).details).toEqual([]);
  });
});
