people map ($.first ++ " " ++ $.last contains $$)
