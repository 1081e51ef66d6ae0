import * as z from 'zod/mini'
import { fileReply, route } from '../http/route.ts'
import { field, text } from '../kernel/zod.ts'
import { MAX_IMAGE_BYTES, fileTypes, imagePurposes, imageTypes, imageView } from './shapes.ts'

export const fileContract = {
  uploadImage: route({
    method: 'POST',
    path: '/images',
    summary: 'Hand in a picture; it is made anew without place, camera and time, and waits two days to be attached to something',
    access: 'employee',
    limit: 'upload',
    query: z.object({ purpose: field(z.enum(imagePurposes), 'What it is for', 'receipt') }),
    file: { types: imageTypes, maxBytes: MAX_IMAGE_BYTES },
    status: 201,
    reply: imageView,
    problems: ['not-an-image', 'image-too-large', 'storage-unavailable'],
    // The same picture from the same person is the same upload.
    idempotency: 'own',
  }),
  getFile: route({
    method: 'GET',
    path: '/files/{token}',
    summary: 'The bytes behind a short-lived link; the link itself is the proof',
    access: 'public',
    limit: 'read',
    params: z.object({ token: field(text(120), 'From the link as it was given', '0d3k9x2m4q7rt.t2qk5c.5f3b') }),
    status: 200,
    reply: fileReply(fileTypes),
    problems: ['file-link-invalid', 'file-link-expired', 'storage-unavailable'],
  }),
}
