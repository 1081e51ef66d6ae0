/** The ground of a drawn picture; the mixin `hues` has a class for each. */
export type Hue = 'leaf' | 'sky' | 'sun' | 'honey' | 'plum'
