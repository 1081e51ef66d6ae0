export interface PictureProps {
  src: string
  /** What it shows, for those who cannot see it; empty for ornament. */
  label: string
  /** `cover` fills its box, `contain` shows all of it. */
  fit?: 'cover' | 'contain'
  className?: string
}
