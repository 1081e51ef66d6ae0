export { fundProjectsByIds } from './read.ts'
