import { trpc } from '../../trpc';
import { addSample } from './add-sample';
import { create } from './create-kpi';
import { list } from './list-kpis';
import { update } from './update-kpi';

export const kpiRouter = trpc.router({ addSample, create, list, update });
