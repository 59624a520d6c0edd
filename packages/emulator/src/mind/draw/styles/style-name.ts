export type StyleName =
  | 'kandinsky'
  | 'malevich'
  | 'van-gogh'
  | 'watercolour'
  | 'mosaic'
  | 'pixel'
  | 'pencil'
  | 'pop-art';
