payload mapp $
