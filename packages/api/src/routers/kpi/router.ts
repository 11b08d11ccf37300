import { trpc } from '../../trpc';
import { addSample } from './add-sample';
import { create } from './create-kpi';
import { createToken } from './create-token';
import { list } from './list-kpis';
import { tokens } from './list-tokens';
import { revokeToken } from './revoke-token';
import { update } from './update-kpi';

export const kpiRouter = trpc.router({ addSample, create, createToken, list, revokeToken, tokens, update });
