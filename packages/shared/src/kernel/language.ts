/** The two languages of the product; Chinese comes first. */
export type Language = 'zh' | 'en'

/** The same words in both languages. */
export type Bilingual<T = string> = Readonly<Record<Language, T>>
