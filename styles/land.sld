<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>land</Name>
    <UserStyle>
      <Name>land</Name>
      <Title>陆地</Title>
      <Abstract>Land</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Title>陆地</Title>
          <Abstract>Land</Abstract>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#F7F3E8</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#7C9DB0</CssParameter>
              <CssParameter name="stroke-width">0.7</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
