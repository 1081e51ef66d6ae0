import { problem } from '../http/problem.ts'
import { spokenTime } from '../kernel/time.ts'

export const fileProblems = {
  'not-an-image': problem({
    status: 422,
    example: { accepted: 'JPEG, PNG, WebP' },
    zh: (d) => ({
      title: '无法识别的图片',
      detail: `文件内容不是完好的 ${d.accepted} 图片。`,
      next: '请重新选择；iPhone 的 HEIC 照片可先截图，或在相机设置中选“兼容性最佳”。',
    }),
    en: (d) => ({
      title: 'Not a picture we can read',
      detail: `The content is not a sound ${d.accepted} picture.`,
      next: 'Choose another; for HEIC photos of an iPhone take a screenshot, or set the camera to “Most Compatible”.',
    }),
  }),
  'image-too-large': problem({
    status: 422,
    example: { widthPx: 12_000, heightPx: 9000, limitMegapixels: 50 },
    zh: (d) => ({
      title: '图片尺寸过大',
      detail: `图片为 ${d.widthPx}×${d.heightPx} 像素，上限为 ${d.limitMegapixels * 100} 万像素。`,
      next: '请缩小或截图后再上传。',
    }),
    en: (d) => ({
      title: 'Too many pixels',
      detail: `The picture has ${d.widthPx}×${d.heightPx} pixels; at most ${d.limitMegapixels} million are read.`,
      next: 'Make it smaller or take a screenshot, then upload again.',
    }),
  }),
  'upload-unknown': problem({
    status: 409,
    example: { fileId: 'fil_0d3k9x2m4q7rt' },
    zh: () => ({ title: '图片已失效', detail: '这张图片不是你上传的，或上传后太久没有提交。', next: '请移除后重新上传。' }),
    en: () => ({
      title: 'Upload not usable',
      detail: 'The picture is not an upload of yours, or waited too long to be sent.',
      next: 'Remove it and upload it again.',
    }),
  }),
  'file-link-invalid': problem({
    status: 404,
    example: {},
    zh: () => ({ title: '链接无效', detail: '链接不完整，或文件已不存在。', next: '请回到原页面重新打开。' }),
    en: () => ({
      title: 'Link not valid',
      detail: 'The link is incomplete, or its file is gone.',
      next: 'Open it again from the page it came from.',
    }),
  }),
  'file-link-expired': problem({
    status: 410,
    example: { endedAt: '2026-11-20T06:00:00.000Z' },
    zh: (d) => ({ title: '链接已过期', detail: `链接已于 ${spokenTime(d.endedAt, 'zh')} 失效。`, next: '请回到原页面刷新后再打开。' }),
    en: (d) => ({
      title: 'Link has expired',
      detail: `It was good until ${spokenTime(d.endedAt, 'en')}.`,
      next: 'Refresh the page it came from and open it again.',
    }),
  }),
  'storage-unavailable': problem({
    status: 503,
    example: { retryAfterSeconds: 5 },
    zh: () => ({ title: '文件服务繁忙', detail: '暂时无法读写文件，数据没有变化。', next: '请稍后重试。' }),
    en: () => ({
      title: 'File store busy',
      detail: 'Files cannot be read or written just now; nothing has changed.',
      next: 'Try again shortly.',
    }),
  }),
}
