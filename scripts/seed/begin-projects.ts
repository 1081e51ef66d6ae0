import { handlers } from '@yijian/api/server'
import { addMinutes } from '@yijian/shared/kernel/time'
import { branches } from './branches.ts'
import { type DemoProject, type ProjectKey, inReview, projects, returned } from './projects.ts'
import { type Moment, type World, idOf } from './world.ts'

const DAY_MINUTES = 1440
const FIRST_WEEK = 7

/** Every project from its draft to its publication; two of them stay on the way. */
export function beginnings(world: World): Moment[] {
  const at = addMinutes(world.founded, FIRST_WEEK * DAY_MINUTES)
  const lately = addMinutes(world.now, -2 * DAY_MINUTES)
  return [
    ...Object.entries(projects).map(([key, project]) => ({
      at,
      happens: async () => {
        const id = await submit(world, project)
        await review(world, id, project, { decision: 'published' })
        world.projectIds.set(key as ProjectKey, id)
      },
    })),
    { at: lately, happens: () => submit(world, inReview) },
    {
      at: lately,
      happens: async () => review(world, await submit(world, returned), returned, { decision: 'returned', reason: returned.reason }),
    },
  ]
}

async function submit({ cast, branchIds }: World, project: DemoProject): Promise<string> {
  const { title, field, branch, city, organiser, story } = project
  const [hostNo, ...coHosts] = project.hosts
  const host = await cast.as(hostNo)
  const body = { title, field, branchId: idOf(branchIds, branch), city, organiser, story }
  const { id: projectId } = await handlers.draftProject(host, { body })
  const params = { projectId }
  for (const coHost of coHosts) {
    const { employeeId } = await cast.person(coHost)
    await handlers.addHost(host, { params, body: { employeeId, part: 'co-host' } })
  }
  await handlers.submitProject(host, { params })
  return projectId
}

async function review(
  { cast }: World,
  projectId: string,
  project: DemoProject,
  body: { decision: 'published' | 'returned'; reason?: string },
): Promise<void> {
  await handlers.reviewProject(await cast.as(leadOf(project)), { params: { projectId }, body })
}

/** The staff number of the lead of its branch. */
export function leadOf({ branch }: Pick<DemoProject, 'branch'>): string {
  const found = branches.find(({ code }) => code === branch)
  if (found === undefined) throw new Error(`no branch ${branch}`)
  return found.lead
}
