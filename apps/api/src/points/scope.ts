/** Journals of tasks and orders share one scope of keys; with the award or order and its round, each is posted once. */
export const POINTS_SCOPE = 'points'
