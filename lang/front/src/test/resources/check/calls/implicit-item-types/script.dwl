[[1]] map upper($)
