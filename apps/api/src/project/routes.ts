import type { projectContract } from '@yijian/shared/project/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { addHost } from './add-host.ts'
import { cancelSession } from './cancel-session.ts'
import { changeProject } from './change-project.ts'
import { changeSession } from './change-session.ts'
import { closeProject } from './close-project.ts'
import { draftProject } from './draft-project.ts'
import { endHost } from './end-host.ts'
import { getProject } from './get-project.ts'
import { listHostedProjects, listProjects, listProjectsInReview } from './list-projects.ts'
import { listSessions } from './list-sessions.ts'
import { openSession } from './open-session.ts'
import { pauseProject } from './pause-project.ts'
import { resumeProject } from './resume-project.ts'
import { reviewProject } from './review-project.ts'
import { submitProject } from './submit-project.ts'

export const projectHandlers: Handlers<typeof projectContract> = {
  listSessions: (ctx, { query }) => listSessions(ctx, query),
  listProjects: (ctx, { query }) => listProjects(ctx, query),
  listHostedProjects: (ctx, { query }) => listHostedProjects(ctx, query),
  listProjectsInReview: (ctx, { query }) => listProjectsInReview(ctx, query),
  getProject: (ctx, { params }) => getProject(ctx, params.projectId),
  draftProject: (ctx, { body }) => draftProject(ctx, body),
  changeProject: (ctx, { params, body }) => changeProject(ctx, params.projectId, body),
  submitProject: (ctx, { params }) => submitProject(ctx, params.projectId),
  reviewProject: (ctx, { params, body }) => reviewProject(ctx, params.projectId, body),
  pauseProject: (ctx, { params, body }) => pauseProject(ctx, params.projectId, body),
  resumeProject: (ctx, { params }) => resumeProject(ctx, params.projectId),
  closeProject: (ctx, { params, body }) => closeProject(ctx, params.projectId, body),
  addHost: (ctx, { params, body }) => addHost(ctx, params.projectId, body),
  endHost: (ctx, { params }) => endHost(ctx, params.projectId, params.projectHostId),
  openSession: (ctx, { params, body }) => openSession(ctx, params.projectId, body),
  changeSession: (ctx, { params, body }) => changeSession(ctx, params.sessionId, body),
  cancelSession: (ctx, { params, body }) => cancelSession(ctx, params.sessionId, body),
}
