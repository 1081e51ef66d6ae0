import { contract } from '@yijian/shared/contract'
import { createClient } from '@yijian/shared/http/client'
import { wire } from './wire'

/** One function for each route of the API. */
export const api = createClient(contract, wire)
