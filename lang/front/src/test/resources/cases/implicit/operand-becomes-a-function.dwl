names map upper($)
