import { trpc } from '../../trpc';
import { cancel } from './cancel';
import { deploy } from './deploy';
import { get } from './get';
import { list } from './list';
import { request } from './request';

export const deploymentRouter = trpc.router({ list, get, deploy, request, cancel });
