orders map ($.lines filter $.count > 1)
