<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>graticule</Name>
    <UserStyle>
      <Name>graticule</Name>
      <Title>经纬网</Title>
      <Abstract>Graticule</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Title>经纬网</Title>
          <Abstract>Graticule</Abstract>
          <LineSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#6E93A8</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
              <CssParameter name="stroke-opacity">0.7</CssParameter>
            </Stroke>
          </LineSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
