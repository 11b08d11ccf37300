import { trpc } from '../../trpc';
import { addSample } from './add-sample';
import { correctSample } from './correct-sample';
import { create } from './create-kpi';
import { createToken } from './create-token';
import { importSamples } from './import-samples';
import { list } from './list-kpis';
import { tokens } from './list-tokens';
import { previewSamples } from './preview-samples';
import { revokeToken } from './revoke-token';
import { update } from './update-kpi';

export const kpiRouter = trpc.router({
  addSample,
  correctSample,
  create,
  createToken,
  importSamples,
  list,
  previewSamples,
  revokeToken,
  tokens,
  update,
});
