import type { Notice } from '@yijian/shared/notify/shapes'

/** The pages of the mini-program that a message opens; its own map of them is checked against this by a test. */
export const noticeAddresses: Record<Notice['opens']['page'], (id: string) => string> = {
  session: (id) => `pages/session/index?sessionId=${id}`,
  project: (id) => `host/pages/project/index?projectId=${id}`,
  journal: (id) => `pages/journal/index?journalId=${id}&account=hours`,
  donation: (id) => `giving/pages/donation/index?donationId=${id}`,
  claim: (id) => `giving/pages/claim/index?claimId=${id}`,
  order: (id) => `merit/pages/order/index?orderId=${id}`,
  leave: () => 'merit/pages/leave/index',
  nomination: (id) => `merit/pages/nomination/index?nominationId=${id}`,
  honour: () => 'merit/pages/honour/index',
}

export function addressOf(page: Notice['opens']['page'], id: string): string {
  return noticeAddresses[page](id)
}
