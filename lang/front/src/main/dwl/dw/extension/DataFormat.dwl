%dw 2.0

type DataFormat = Object
type Settings = Object
type EncodingSettings = {encoding?: String}
type EmptySettings = {}
