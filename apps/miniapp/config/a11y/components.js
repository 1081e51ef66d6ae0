// Attributes that Taro must let through to WXML; its own templates know none of them.
const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-disabled': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-expanded': '',
  'aria-live': '',
  'aria-modal': '',
}
const names = ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'Picker']

exports.components = Object.fromEntries(names.map((name) => [name, { ...aria }]))
