import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileContent } from '@yijian/shared/http/route'
import type { Response } from 'express'

/** Streams bytes that people handed in: never sniffed, never run as a page, never kept by a cache on the way. */
export async function sendFile(response: Response, file: FileContent): Promise<void> {
  response.status(200).set({
    'Content-Type': file.type,
    'Content-Length': String(file.sizeBytes),
    'Content-Disposition': dispositionOf(file),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-store',
  })
  const body = Readable.from(file.body)
  if (response.req.method === 'HEAD') {
    body.destroy()
    response.end()
    return
  }
  try {
    await pipeline(body, response)
  } catch (error) {
    // Who turned away is no fault; what broke off here is, and the missing bytes tell the reader.
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

/** RFC 6266: a plain name for old clients, the true one in UTF-8 beside it. */
function dispositionOf({ disposition, name }: FileContent): string {
  const plain = name.replace(/[^\w.() -]/g, '_')
  const utf8 = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${utf8}`
}
